/** How much reading a text is, in Latin letters: an ideograph or a syllable sign says as much as three letters. */
export function weightOf(text: string): number {
  if (!/[\u0e00-\u0e7f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text)) return text.length
  let weight = text.length
  for (let at = 0; at < text.length; at++) if (isWide(text.charCodeAt(at))) weight += 2
  return weight
}

function isWide(code: number): boolean {
  if (code < 0x3040) return (code >= 0x0e00 && code <= 0x0e7f) || (code >= 0x1780 && code <= 0x17ff)
  return code <= 0x30ff || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af)
}

const sentenceEnd = /[.!?…。！？؟।։።](?:["'”’»)\]]|\s|$)/

export function endsSentence(text: string): boolean {
  return /[.!?…。！？؟।։።:;]["'”’»“)\]]*\s*$/.test(text)
}

/** Written to be read on: long enough, with the end of a sentence, and no mere list of links. */
export function readsAsProse(text: string, weight: number, linkDensity: number): boolean {
  if (weight >= 140) return linkDensity < 0.5
  return weight >= 50 && linkDensity < 0.35 && sentenceEnd.test(text)
}
