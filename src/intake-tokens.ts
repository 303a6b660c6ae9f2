/** At least as many characters as nobody guesses. */
const SHORTEST = 24

export type TokensRead =
  | { readonly ok: true; readonly tokens: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly problem: string }

/** `source:token,source2:token2`: who may put reports into the queue. A problem never repeats a token. */
export function readIntakeTokens(text: string | undefined): TokensRead {
  const tokens = new Map<string, string>()
  for (const part of (text ?? '').split(',').map((one) => one.trim())) {
    if (part === '') continue
    const [, source = '', token = ''] = /^([^:\s]{1,40}):(\S*)$/u.exec(part) ?? []
    if (source === '') return { ok: false, problem: '应为“来源名:口令”，多个用英文逗号分开。' }
    if (tokens.has(source)) return { ok: false, problem: `来源“${source}”重复。` }
    if (token.length < SHORTEST) {
      return { ok: false, problem: `来源“${source}”的口令不足${SHORTEST}个字符。` }
    }
    if ([...tokens.values()].includes(token)) {
      return { ok: false, problem: `来源“${source}”的口令与其他来源相同。` }
    }
    tokens.set(source, token)
  }
  return { ok: true, tokens }
}
