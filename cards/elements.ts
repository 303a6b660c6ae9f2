import {
  type ActName,
  buttonValue,
  type FormAct,
  type ListButton,
  listValue,
  type Subject,
  submitName,
} from './action.ts'
import { cardLimits } from './limits.ts'
import { buttonWords } from './wording-fields.ts'

/**
 * The few components of Card JSON 2.0 in use. The server refuses a whole card for one unknown property, so nothing is
 * built outside this file.
 */
export type Element = { readonly tag: string; readonly [key: string]: unknown }

// Control characters bloat the JSON sixfold; the bidirectional ones make a text read as another.
const UNSEEN =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u180e\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\u2800\u3164\ufeff]/gu

/** User text as it may be shown: line breaks stay, what cannot be seen goes. */
export function tidy(text: string): string {
  return text.replace(UNSEEN, (sign) => (sign === '\n' ? '\n' : sign === '\t' ? ' ' : '')).trim()
}

/** The first `max` characters, with … when there were more. */
export function clip(text: string, max: number): string {
  const signs = [...text]
  return signs.length <= max ? text : `${signs.slice(0, max - 1).join('')}…`
}

/** The beginning of a text in UTF-16 units, as the platform counts an input; no sign is cut in two. */
function head(text: string, units: number): string {
  let end = 0
  for (const sign of text) {
    if (end + sign.length > units) break
    end += sign.length
  }
  return text.slice(0, end)
}

/** User text inside markdown: every sign that could begin a tag, a link or a style becomes an entity. */
export function escapeMarkdown(text: string): string {
  return tidy(text).replace(/[&<>*_~`[\]()#:+\-!/\\"'$|.@]/g, (sign) => `&#${sign.codePointAt(0)};`)
}

function plainText(content: string) {
  return { tag: 'plain_text', content: tidy(content) } as const
}

type Look = 'normal' | 'heading' | 'note' | 'warning'

const looks: Readonly<Record<Look, { readonly text_size?: string; readonly text_color?: string }>> = {
  normal: {},
  heading: { text_size: 'heading' },
  note: { text_size: 'notation', text_color: 'grey' },
  warning: { text_color: 'red' },
}

/** Plain text is never parsed, so it is the place for what people typed. */
export function text(content: string, look: Look = 'normal'): Element {
  return { tag: 'div', text: { ...plainText(content), ...looks[look] } }
}

export function note(content: string): Element {
  return text(content, 'note')
}

/** A short heading inside the card. */
export function strong(content: string): Element {
  return { tag: 'markdown', content: `**${escapeMarkdown(content)}**` }
}

export const hr: Element = { tag: 'hr' }

/** A folded part of the card. */
export function panel(title: string, elements: readonly Element[]): Element {
  return {
    tag: 'collapsible_panel',
    expanded: false,
    header: { title: plainText(title) },
    border: { color: 'grey' },
    padding: '8px',
    elements,
  }
}

/** Side by side, wrapping on a narrow screen. */
export function row(elements: readonly Element[]): readonly Element[] {
  return elements.length === 0
    ? []
    : [
        {
          tag: 'column_set',
          flex_mode: 'flow',
          horizontal_spacing: '8px',
          columns: elements.map((element) => ({ tag: 'column', width: 'auto', elements: [element] })),
        },
      ]
}

type ButtonLook = 'primary_filled' | 'default' | 'danger'

/** A plain button: does its act at once, or opens the form of the act. `label` only where one word would be too few. */
export function button(
  act: ActName,
  on: Subject,
  look: ButtonLook = 'default',
  label: string = buttonWords[act],
): Element {
  return {
    tag: 'button',
    text: plainText(label),
    type: look,
    size: look === 'primary_filled' ? 'medium' : 'small',
    behaviors: [{ type: 'callback', value: buttonValue(act, on) }],
  }
}

/** A button of a list: another page of it, or the whole as a table. */
export function listButton(pressed: ListButton, label: string): Element {
  return {
    tag: 'button',
    text: plainText(label),
    type: 'default',
    size: 'small',
    behaviors: [{ type: 'callback', value: listValue(pressed) }],
  }
}

/** The one place that knows how a submit button looks: sources differ on it, so the name alone carries everything. */
export function submitButton(
  act: FormAct,
  on: Subject,
  nonce: string,
  label: string = buttonWords[act],
): Element {
  return {
    tag: 'button',
    name: submitName(act, on, nonce),
    text: plainText(label),
    type: 'primary_filled',
    form_action_type: 'submit',
    value: buttonValue(act, on),
  }
}

/** A button to a web page; what is no http address becomes a line of text. */
export function link(label: string, url: string): Element {
  return isWebAddress(url)
    ? {
        tag: 'button',
        text: plainText(label),
        type: 'default',
        size: 'small',
        behaviors: [{ type: 'open_url', default_url: url }],
      }
    : text(`${label}：${url}`)
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(url)
}

export function form(name: string, elements: readonly Element[]): Element {
  return { tag: 'form', name, elements }
}

interface Control {
  readonly name: string
  readonly label: string
  readonly placeholder: string
  readonly required: boolean
  readonly value: string | undefined
}

export function input(control: Control & { readonly max: number; readonly rows: number | null }): Element {
  const { name, label, placeholder, required, value, max, rows } = control
  const tidied = value === undefined ? '' : tidy(rows === null ? value.replaceAll('\n', ' ') : value)
  const typed = head(tidied, Math.min(2 * max, cardLimits.inputLength))
  return {
    tag: 'input',
    name,
    label: plainText(label),
    label_position: 'top',
    placeholder: plainText(placeholder),
    required,
    // What came back too long must still fit, or the whole card is refused with it.
    max_length: Math.max(max, typed.length),
    width: 'fill',
    ...(rows === null ? {} : { input_type: 'multiline_text', rows }),
    ...(typed === '' ? {} : { default_value: typed }),
  }
}

/** A select has no label of its own (the parser refuses it), so a line with the word stands before it. */
export function select(
  control: Control & { readonly options: readonly { readonly value: string; readonly word: string }[] },
): readonly Element[] {
  const { name, label, placeholder, required, value, options } = control
  const chosen = options.some((option) => option.value === value) ? value : undefined
  return [
    text(label),
    {
      tag: 'select_static',
      name,
      placeholder: plainText(placeholder),
      required,
      width: 'fill',
      options: options.map(({ value, word }) => ({ text: plainText(word), value })),
      ...(chosen === undefined ? {} : { initial_option: chosen }),
    },
  ]
}

/** A picker of day and time; what it sent before comes back as it was (`2026-11-24 09:05 +0800`). */
export function dateTime(control: Control): readonly Element[] {
  const { name, label, placeholder, required, value } = control
  const [chosen] = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/.exec(value ?? '') ?? []
  return [
    text(label),
    {
      tag: 'picker_datetime',
      name,
      placeholder: plainText(placeholder),
      required,
      width: 'fill',
      ...(chosen === undefined ? {} : { initial_datetime: chosen }),
    },
  ]
}

export type Colour = 'red' | 'orange' | 'yellow' | 'blue' | 'green' | 'grey'

export interface Header {
  readonly title: string
  readonly subtitle: string
  readonly colour: Colour
  /** At most three are shown. */
  readonly tags: readonly Tag[]
}

export interface Tag {
  readonly text: string
  readonly colour: 'red' | 'orange' | 'blue' | 'green' | 'neutral'
}

export function header({ title, subtitle, colour, tags }: Header) {
  return {
    title: plainText(title),
    ...(subtitle === '' ? {} : { subtitle: plainText(subtitle) }),
    template: colour,
    ...(tags.length === 0
      ? {}
      : {
          text_tag_list: tags
            .slice(0, 3)
            .map(({ text, colour }) => ({ tag: 'text_tag', text: plainText(text), color: colour })),
        }),
  }
}
