/**
 * 文号 after GB/T 9704-2012: 机关代字〔full year〕serial号, no leading zeros, no 第.
 * A serial is allocated in the issuing transaction, has no gaps and is never used again.
 */
export interface DocNo {
  readonly word: string
  readonly year: number
  readonly serial: number
}

export function formatNo({ word, year, serial }: DocNo): string {
  return `${word}〔${year}〕${serial}号`
}

/** Reads a number as people type it: other brackets, blanks, a missing 号, or only the serial of this year (`12`, `12号`). */
export function readNo(text: string, word: string, thisYear: number): DocNo | null {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, '')
  const whole = /^(.*?)[〔[(【（［](\d{4})[〕\])】）］](\d{1,6})号?$/u.exec(plain)
  if (whole && (whole[1] === '' || whole[1] === word)) {
    return { word, year: Number(whole[2]), serial: Number(whole[3]) }
  }
  const short = /^(\d{1,6})号?$/u.exec(plain)
  return short ? { word, year: thisYear, serial: Number(short[1]) } : null
}

/** 编号 of a 举报件, from a series of its own, so that gaps in the other tell nothing, e.g. JB20261123-001. */
export function formatWhistleRef(day: string, serial: number): string {
  return `JB${day.replaceAll('-', '')}-${String(serial).padStart(3, '0')}`
}

/**
 * A number of any series in use as people type it. A bare serial is one of the ordinary series; a 举报件 is called by its
 * whole number.
 */
export function readSlipNo(
  text: string,
  words: { readonly slip: string; readonly whistle: string },
  thisYear: number,
): DocNo | null {
  const ordinary = readNo(text, words.slip, thisYear)
  if (ordinary) return ordinary
  const confided = readNo(text, words.whistle, thisYear)
  return confided && text.normalize('NFKC').replaceAll(/\s+/g, '').startsWith(words.whistle) ? confided : null
}

/** A 舆情编号 as people type it: small letters, full-width signs, blanks, a missing YQ. Null for anything else. */
export function readMatterRef(text: string): string | null {
  const [, day, serial] = /^(?:YQ)?(\d{8})[-—–−](\d{1,6})$/u.exec(plainRef(text)) ?? []
  return day === undefined ? null : formatMatterRef(day, Number(serial))
}

function plainRef(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase()
}

/** 舆情编号, e.g. YQ20261123-008: groups the slips of one matter. */
export function formatMatterRef(day: string, serial: number): string {
  return `YQ${day.replaceAll('-', '')}-${String(serial).padStart(3, '0')}`
}
