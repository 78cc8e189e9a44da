import { seededChance } from '../chance.ts'

/** A landscape of three hills and a sun: the same for the same name. */
export function picture(name: string): string {
  const chance = seededChance(7, name)
  const hue = Math.floor(chance() * 360)
  const hills = [0, 1, 2].map((row) => {
    const top = 170 + row * 70 + Math.floor(chance() * 40)
    const bend = Math.floor(chance() * 640)
    return `<path d="M0 ${top + 40} Q ${bend} ${top - 60} 640 ${top + 20} V 400 H 0 Z" fill="hsl(${(hue + row * 18) % 360} 35% ${58 - row * 14}%)"/>`
  })
  const sun = `<circle cx="${80 + Math.floor(chance() * 480)}" cy="${60 + Math.floor(chance() * 60)}" r="34" fill="hsl(${(hue + 200) % 360} 70% 82%)"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400"><rect width="640" height="400" fill="hsl(${hue} 45% 90%)"/>${sun}${hills.join('')}</svg>`
}
