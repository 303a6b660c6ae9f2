/**
 * Whether a text bears a secrecy mark: 绝密★, 机密★20年, 秘密, 密级：机密, 【涉密】, 本件属于工作秘密 … Such a text may not be
 * kept here at all (facts of 8.2). The words in passing (泄密, 国家秘密法, 商业秘密被盗) are no mark.
 */
export function bearsSecrecyMark(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u180e]/gu, '')
    .replace(/[☆✩✪⭐✭✯*](?=\s*(?:\d|长期|启封|$))/gmu, '★')
  return marks.some((mark) => mark.test(plain))
}

const DEGREE = '(?:绝\\s*密|机\\s*密|秘\\s*密)'
const KIND = '(?:绝\\s*密|机\\s*密|秘\\s*密|国家秘密|工作秘密|内部秘密|涉\\s*密)'

const marks: readonly RegExp[] = [
  // GB/T 9704-2012 密级和保密期限: 机密★20年.
  new RegExp(`(?<!商业)${DEGREE}\\s*★`, 'u'),
  new RegExp(`密级\\s*[:：为是]?\\s*${KIND}`, 'u'),
  new RegExp(`[【\\[〔(（《<]\\s*${KIND}(?:文件|材料|资料|信息)?\\s*[】\\]〕)）》>]`, 'u'),
  // Alone on its line, as on the first page of a paper.
  new RegExp(`^[\\s#*_|]*${KIND}(?:文件|材料|资料)?[\\s#*_|]*$`, 'mu'),
  new RegExp(
    `^\\s*${KIND}(?:文件|材料|资料|信息)?\\s*[:：,，;；]\\s*(?:请?(?:勿|注意|严格|妥善)|不得|严禁|禁止)`,
    'mu',
  ),
  new RegExp(
    `(?:本|此|该)(?:件|文|文件|材料|资料|信息|内容)(?:属于?|系|为|是|含有?|涉及)(?:${KIND})(?!法|罪|案)`,
    'u',
  ),
  new RegExp(`^\\s*${DEGREE}\\s*(?:\\d+\\s*年|长期|启封前)`, 'mu'),
]
