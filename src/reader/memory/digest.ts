/**
 * A short name for a text, equal for equal texts: 36 bits, in base 36. Among the few thousand texts of an outlet two
 * that differ share one once in ten million looks. No secret is kept by it.
 */
export function digest(text: string): string {
  let one = 0x811c9dc5
  let other = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other ^ code, 0x85ebca6b)
    other = (other << 13) | (other >>> 19)
  }
  // The last characters have hardly moved the high bits yet.
  one = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d)
  other = Math.imul(other ^ (other >>> 16), 0x297a2d39)
  return (((one ^ (other >>> 7)) >>> 0) * 16 + (other >>> 28)).toString(36)
}

/** That of a short line, whatever numbers stand in it: counters and dates move on, the line is the same. */
export function digestOfLine(text: string): string {
  return digest(text.replace(/\d+/g, '0'))
}
