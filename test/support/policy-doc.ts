import {
  answerFormWords,
  categoryWords,
  clockWords,
  levelWords,
  paperWords,
  requestTypeWords,
} from '../../cards/wording-dictionary.ts'
import { termWords } from '../../cards/wording-times.ts'
import type { Term } from '../../src/domain/clocks.ts'
import { defaultPolicy, type Policy, type Rung, slipPolicyKeys } from '../../src/domain/policy.ts'
import { type PolicyPlace, policyWords, type Source } from '../../src/policy-words.ts'
import { markdown } from './table.ts'

/** The policy told value by value (docs/policy.md), from the default policy and the words beside its schema. */
export function policyPage(): string {
  return `# 策略文件

本页由代码生成。策略文件是一个 JSON 文件，用 \`POLICY_FILE\` 指定，启动时读取；不设则全部用默认值。全部默认值写成文件见 [policy.example.json](policy.example.json)，可复制后删改。

- 只写要改的部分。带点的键（如 \`quiet.from\`）写在所属的一组之内，可以只写其中几个；其余的键一经写出即整体替换，\`categoryTerms\`、\`categoryLevel\`、\`requestTerms\`、\`categoryDefaults\` 按分类或诉求类型逐个替换。
- 写错则拒绝启动，逐条说明文件、行号、键、原因和可填的内容。
- “生效”一栏为“新单”的，在签发时随交办单保存：修改后只影响新签发的交办单，已签发的（包括其后的更正、退回重办、延期、改派）仍按签发时的规定。为“重启后”的，用于重启之后的操作；文号和监测已经产生的不变。
- “出处”：通知，指《关于建立网络政务舆情回应交办督办制度的通知》的条目；惯例，指其他地方公开的做法，供参考；自定，指本程序的选择和理由，各市可改。

## 各项

${markdown(
  ['键', '内容', '默认', '单位', '生效', '出处'],
  Object.entries(policyWords).map(([place, { what, unit, source }]) => [
    `\`${place}\``,
    what,
    shown(place, valueAt(place as PolicyPlace)),
    unit ?? '—',
    effectOf(place),
    source.map(sourceWords).join('；'),
  ]),
)}

## 默认梯级

${markdown(
  ['编号', '时钟', '何时', '做什么'],
  defaultPolicy.ladder.map((rung) => [
    `\`${rung.id}\``,
    ladderWords[rung.clock],
    offsetWords(rung),
    actWords[rung.act],
  ]),
)}

梯级写法：\`{ "id": "feedback.urge.1", "clock": "feedback", "offset": { "workdays": 1 }, "act": "urge" }\`。\`offset\` 为 \`{"share": 0.8}\`（时限过去八成）、\`{"workdays": n}\` 或 \`{"minutes": n}\`，负数在时限之前。\`directive\` 的动作为 \`remind\`、\`urge\`、\`report\`；\`notice\`、\`proposal\` 自报送时起算，动作为 \`repeat\`，有人阅处或承办单位有动作即停。机器人只提醒、催办和提请；督办由督查室签发，问责由监察局依规办理。

## 可填的值

${markdown(
  ['用于', '值'],
  [
    ['等级', listed(levelWords)],
    ['分类', listed(categoryWords)],
    ['诉求类型', listed(requestTypeWords)],
    ['答复形式', listed(answerFormWords)],
    ['单位类别', listed(groupWords)],
    ['时限 `{"kind": …, "n": 正整数}`', listed(kindWords)],
    ['梯级的时钟', listed(ladderWords)],
    ['梯级的动作', listed(actWords)],
  ],
)}
`
}

/** The default policy as a file, short lists on one line. */
export function policyExample(): string {
  return `${written(defaultPolicy, 0)}\n`
}

function written(value: unknown, depth: number): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']')
  if (value === null || typeof value !== 'object' || (depth > 0 && [...line].length + depth * 2 <= 100))
    return line
  const pad = '  '.repeat(depth + 1)
  const parts = Array.isArray(value)
    ? value.map((one) => written(one, depth + 1))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${written(one, depth + 1)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return `${open}\n${parts.map((part) => pad + part).join(',\n')}\n${'  '.repeat(depth)}${close}`
}

/** From when on a changed value counts. */
function effectOf(place: string): string {
  const key = place.split('.')[0] ?? ''
  const ofSlips: readonly string[] = [...slipPolicyKeys, 'hoursOf']
  if (ofSlips.includes(key)) return '新单'
  return { words: '新文号', monitoring: '新监测' }[key] ?? '重启后'
}

function valueAt(place: PolicyPlace): unknown {
  const [key = '', part] = place.split('.')
  const whole: unknown = defaultPolicy[key as keyof Policy]
  return part === undefined ? whole : Reflect.get(Object(whole), part)
}

/** Told elsewhere in full, because a cell would not hold them. */
const elsewhere: Readonly<Partial<Record<string, string>>> = {
  ladder: '见“默认梯级”',
  'keywords.categories': '见示例文件',
  'keywords.levels': '见示例文件',
  'keywords.requestTypes': '见示例文件',
  'keywords.units': '见示例文件',
  categoryDefaults: '见示例文件',
}

const kindWords = {
  workdays: '工作日，到第n个工作日下班为止',
  hours: '自然小时',
  days: '自然日',
  minutes: '分钟',
  work_hours: '工作小时，只计办公时间',
}

const groupWords = { department: '部门', county: '县市区', zone: '开发区', enterprise: '企业' }

const ladderWords = { ...clockWords, ...paperWords }

const actWords: Readonly<Record<Rung['act'], string>> = {
  remind: '提醒承办单位',
  urge: '催办',
  escalate: '提请督查室督办，同时报告市领导',
  accuse: '提请问责（督办到期）',
  report: '报告批示领导和督查室',
  repeat: '无人阅处的再次报送',
}

const words: Readonly<Record<string, string>> = {
  ...levelWords,
  ...groupWords,
  ...clockWords,
  ...requestTypeWords,
}

function isTerm(value: object): value is Term {
  return 'kind' in value
}

function shown(place: string, value: unknown): string {
  const told = elsewhere[place]
  if (told !== undefined) return told
  if (value === undefined) return '无'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return words[value] ?? (/^[a-z_]+$/.test(value) ? `\`${value}\`` : value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map((one) => shown('', one)).join('、') || '无'
  if (isTerm(value)) return termWords(value)
  if ('from' in value && 'to' in value) return `${String(value.from)}—${String(value.to)}`
  const parts = Object.entries(value).map(([key, one]) => `${words[key] ?? key} ${shown('', one)}`)
  return parts.join('，') || '无'
}

function offsetWords({ offset, act }: Rung): string {
  if ('share' in offset) return `时限过去${offset.share * 100}%`
  const [n, unit] = 'workdays' in offset ? [offset.workdays, '个工作日'] : [offset.minutes, '分钟']
  if (act === 'repeat') return `报送后${n}${unit}`
  if (n === 0) return '时限到时'
  return n < 0 ? `时限前${-n}${unit}` : `逾期${n}${unit}`
}

function sourceWords(source: Source): string {
  switch (source.kind) {
    case 'notice':
      return `通知 ${source.clause}`
    case 'rule':
      return source.name
    case 'practice':
      return `惯例：${source.places}`
    case 'choice':
      return `自定：${source.reason}`
  }
}

function listed(named: Readonly<Record<string, string>>): string {
  return Object.entries(named)
    .map(([value, word]) => `\`${value}\` ${word}`)
    .join('；')
}
