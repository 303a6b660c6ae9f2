import type { ReadField, ReadForm } from '../cards/read.ts'
import type { Chance } from '../random.ts'
import type { World } from '../world.ts'

/** What a person typed or chose, by field name or by the words beside the field; several choices as a list. */
export type Typed = Readonly<Record<string, string | boolean | readonly string[]>>

export type FormOutcome = { values: Record<string, unknown> } | { stopped: string }

/**
 * The `form_value` a client would send, or why it stops the person.
 * Throws when `typed` names a field or an option that the card does not show: nobody could have done that.
 */
export function fillForm(world: World, chance: Chance, form: ReadForm, typed: Typed): FormOutcome {
  const answers = new Map<string, string>()
  for (const [key, value] of Object.entries(typed)) {
    answers.set(fieldNamed(form, key).name, Array.isArray(value) ? value.join('、') : String(value))
  }
  const values: Record<string, unknown> = {}
  for (const field of form.fields) {
    const text = answers.get(field.name) ?? field.value
    if (field.required && text.trim() === '') return { stopped: '有必填项未填写' }
    if (field.kind === 'input' && [...text].length > (field.maxLength ?? 1000)) {
      return { stopped: `${field.label}超过${field.maxLength ?? 1000}字` }
    }
    // An optional field left blank reaches the bot as "" or not at all; clients differ.
    if (text === '' && chance.happens(0.5)) continue
    values[field.name] = sentValue(world, field, text)
  }
  return { values }
}

function fieldNamed(form: ReadForm, key: string): ReadField {
  const exact = form.fields.filter((field) => field.name === key || field.label === key)
  const begun = form.fields.filter((field) => field.label.startsWith(key))
  const near =
    [exact, begun].find((list) => list.length > 0) ?? form.fields.filter((one) => one.label.includes(key))
  const [found, second] = near
  const shown = form.fields.map((field) => `${field.label}(${field.name})`).join('、')
  if (!found) throw new Error(`the form has no field ${key}; it has ${shown}`)
  if (second) throw new Error(`the form has several fields ${key}: ${shown}`)
  return found
}

function sentValue(world: World, field: ReadField, text: string): unknown {
  switch (field.kind) {
    case 'select_static':
      return text === '' ? '' : optionOf(field, text)
    case 'multi_select_static':
      return parts(text).map((one) => optionOf(field, one))
    case 'select_person':
      return text === '' ? '' : personOf(world, field, text)
    case 'multi_select_person':
      return parts(text).map((one) => personOf(world, field, one))
    case 'date_picker':
    case 'picker_time':
    case 'picker_datetime':
      return text === '' ? '' : `${text} +0800`
    case 'checker':
      return text === 'true'
    default:
      return text
  }
}

function parts(text: string): string[] {
  return text.split(/[、,]/).filter((one) => one !== '')
}

function optionOf(field: ReadField, text: string): string {
  const option = field.options.find((one) => one.value === text || one.label === text)
  if (option) return option.value
  const shown = field.options.map((one) => one.label).join('、')
  throw new Error(`${field.label} offers no ${text}; it offers ${shown}`)
}

function personOf(world: World, field: ReadField, text: string): string {
  const person = [...world.people.values()].find((one) => one.openId === text || one.name === text)
  if (!person) throw new Error(`nobody is called ${text}`)
  // Without options the client offers every member of the chat.
  if (field.options.length > 0 && !field.options.some((one) => one.value === person.openId)) {
    throw new Error(`${field.label} does not offer ${text}`)
  }
  return person.openId
}
