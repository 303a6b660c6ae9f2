import { controlTags } from '../spec/fields.ts'
import { cardRefusal, parseRefusal } from './refusal.ts'
import { type CardNode, checkPath, formAround } from './walk.ts'

/** Phase 5: forms have a name and a submit button, and every name exists once in the card. */
export function checkForms(nodes: CardNode[]): void {
  const taken = new Set<string>()
  for (const node of nodes) {
    const path = checkPath(node.path)
    const name = node.json.name
    if (node.tag === 'form') checkForm(node, nodes)
    const form = formAround(node)
    if (node.tag === 'button' && node.json.form_action_type !== undefined && !form) {
      throw cardRefusal('C10', 200621, 'formActionType only in form', { path: node.path })
    }
    if (form && controlTags.has(node.tag) && (typeof name !== 'string' || name === '')) {
      throw cardRefusal(
        'C11',
        200530,
        `${node.tag}'s name is required in the form and can not be empty string`,
        {
          path,
        },
      )
    }
    if (typeof name === 'string' && name !== '' && (controlTags.has(node.tag) || node.tag === 'form')) {
      if (taken.has(name)) throw cardRefusal('C11', 11310, `name(${name}) duplicate`, { path })
      taken.add(name)
    }
  }
}

function checkForm(form: CardNode, nodes: CardNode[]): void {
  const name = form.json.name
  if (typeof name !== 'string' || name === '') {
    throw cardRefusal('C8', 11310, "form's name is required and can not be empty string", {
      path: checkPath(form.path),
    })
  }
  const submits = nodes.some(
    (node) => node.tag === 'button' && node.json.form_action_type === 'submit' && formAround(node) === form,
  )
  if (!submits) {
    throw cardRefusal('C9', 300123, 'there is no submit button in the form container, at least one', {
      path: form.path,
    })
  }
}

const idShape = /^[A-Za-z][A-Za-z0-9_]{0,19}$/

/** Phase 6: `element_id` has its shape and exists once. */
export function checkIds(tagged: { [key: string]: unknown }[]): void {
  const taken = new Set<string>()
  for (const json of tagged) {
    const id = json.element_id
    if (typeof id !== 'string') continue
    if (!idShape.test(id)) {
      throw cardRefusal(
        'C12',
        300301,
        `ElementID ${id}: Code 1002: elementID format error. Only alphabets, numbers, and underscores are allowed. It must start with an alphabet and not exceed 20 characters.`,
      )
    }
    if (taken.has(id))
      throw cardRefusal('C12', 300301, 'Duplicate element_id in card component.', { value: id })
    taken.add(id)
  }
}

/** The small documented bounds of single controls; what the server says about them is not recorded. */
export function checkBounds(nodes: CardNode[]): void {
  for (const { tag, json, path } of nodes) {
    const refuse = (what: string) => parseRefusal('C28', `${what}, path: ${path}`)
    if (tag === 'input' && json.max_length !== undefined) {
      const max = Number(json.max_length)
      if (!Number.isInteger(max) || max < 1 || max > 1000)
        throw refuse('max_length must be between 1 and 1000')
      if (String(json.default_value ?? '').length > max) throw refuse('default_value exceeds max_length')
    }
    if (tooLong(json.placeholder, 100)) throw refuse('placeholder exceeds 100 characters')
    if (tag === 'button' && tooLong(json.text, 100)) throw refuse('button text exceeds 100 characters')
    if (tag === 'table') {
      const size = json.page_size
      if (size !== undefined && (Number(size) < 1 || Number(size) > 10))
        throw refuse('page_size must be 1 to 10')
      if (Array.isArray(json.columns) && json.columns.length > 50) throw refuse('columns exceed 50')
    }
    const options = json.options
    if (Array.isArray(options) && !tag.endsWith('_person')) {
      const values = options.map((one) => one?.value).filter((value) => value !== undefined)
      if (new Set(values).size !== values.length) throw refuse('option values must be unique')
      if (tag === 'overflow' && options.some((one) => tooLong(one?.text, 100)))
        throw refuse('option text exceeds 100')
    }
  }
}

function tooLong(text: unknown, max: number): boolean {
  const content = (text as { content?: unknown } | undefined)?.content
  return typeof content === 'string' && [...content].length > max
}
