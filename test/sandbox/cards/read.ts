import type { Json } from '../world.ts'
import { bodyOf, type CardNode, formAround, isObject, listOf, nodesOf, wordsOf } from './walk.ts'

export type ReadButton = { label: string; name: string; disabled: boolean; inForm: boolean }

export type ReadField = {
  name: string
  /** The words a person reads next to the field. */
  label: string
  /** The component's tag: `input`, `select_static`, `picker_datetime` … */
  kind: string
  required: boolean
  /** What stands in it before anybody types; several values are joined by 、. */
  value: string
  /** Longest text an input takes. */
  maxLength?: number
  options: { label: string; value: string }[]
}

export type ReadForm = { name: string; fields: ReadField[]; submit: string }

/** A card as a person reads it. */
export type ReadCard = {
  title: string
  subtitle: string
  tags: string[]
  texts: string[]
  buttons: ReadButton[]
  form?: ReadForm
}

/** Reads a card: title, texts in order, buttons, and its form, if it has one. */
export function readCard(card: Json): ReadCard {
  const header = isObject(card.header) ? card.header : {}
  const nodes = nodesOf(card)
  const form = nodes.find((node) => node.tag === 'form')
  return {
    title: wordsOf(header.title),
    subtitle: wordsOf(header.subtitle),
    tags: listOf(header.text_tag_list).map((tag) => wordsOf(isObject(tag) ? tag.text : '')),
    texts: textsOf(bodyOf(card)),
    buttons: nodes.filter((node) => node.tag === 'button').map(readButton),
    ...(form ? { form: readForm(form, nodes) } : {}),
  }
}

/** The form that stands around a component, read with all its fields. */
export function readForm(form: CardNode, nodes: CardNode[]): ReadForm {
  const inside = nodes.filter((node) => formAround(node) === form)
  const submit = inside.find((node) => node.tag === 'button' && node.json.form_action_type === 'submit')
  return {
    name: String(form.json.name ?? ''),
    fields: fieldsOf(inside),
    submit: submit ? wordsOf(submit.json.text) : '',
  }
}

function readButton(node: CardNode): ReadButton {
  return {
    label: wordsOf(node.json.text),
    name: String(node.json.name ?? ''),
    disabled: node.json.disabled === true,
    inForm: formAround(node) !== undefined,
  }
}

const fieldTags = new Set([
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
])

function fieldsOf(inside: CardNode[]): ReadField[] {
  const fields: ReadField[] = []
  let before = ''
  for (const node of inside) {
    if (node.tag === 'div' || node.tag === 'markdown')
      before = plain(wordsOf(node.json.text) || wordsOf(node.json))
    if (!fieldTags.has(node.tag)) continue
    const own = wordsOf(node.json.label) || (node.tag === 'checker' ? wordsOf(node.json.text) : '')
    fields.push({
      name: String(node.json.name ?? ''),
      label: plain(own || before || wordsOf(node.json.placeholder)),
      kind: node.tag,
      required: node.json.required === true,
      value: initialOf(node),
      ...(node.tag === 'input' ? { maxLength: Number(node.json.max_length ?? 1000) } : {}),
      options: optionsOf(node.json),
    })
    before = ''
  }
  return fields
}

function initialOf({ tag, json }: CardNode): string {
  switch (tag) {
    case 'select_static':
    case 'select_person': {
      if (typeof json.initial_option === 'string') return json.initial_option
      const chosen = listOf(json.options)[Number(json.initial_index ?? 0) - 1]
      return isObject(chosen) ? String(chosen.value ?? '') : ''
    }
    case 'multi_select_static':
    case 'multi_select_person':
      return listOf(json.selected_values).join('、')
    case 'checker':
      return json.checked === true ? 'true' : 'false'
    default:
      return String(
        json.default_value ?? json.initial_date ?? json.initial_time ?? json.initial_datetime ?? '',
      )
  }
}

function optionsOf(json: Json): { label: string; value: string }[] {
  return listOf(json.options)
    .filter(isObject)
    .map((option) => ({ label: wordsOf(option.text), value: String(option.value ?? '') }))
}

/** Words without markdown's stars, the red star of a required field, and a trailing colon. */
function plain(text: string): string {
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('*', '')
    .trim()
    .replace(/[:：]$/, '')
}

const notRead = new Set(['options', 'placeholder', 'confirm', 'behaviors', 'value', 'label', 'fallback'])

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (!isObject(value)) return []
  if (value.tag === 'button' || fieldTags.has(String(value.tag))) return []
  const own = typeof value.content === 'string' && value.content !== '' ? [value.content] : []
  const inner = Object.entries(value).flatMap(([key, one]) => (notRead.has(key) ? [] : textsOf(one)))
  return [...own, ...inner]
}
