import type { Press, Value } from '../api.ts'
import type { Json } from './json.ts'

/** What a card needs from the messenger around it. */
export type CardContext = {
  /** The name of a person, or undefined for an id nobody here has. */
  nameOf(openId: string): string | undefined
  /** Everybody a person picker without options offers. */
  people(): { open_id: string; name: string }[]
  /** Sends a press and resolves when its answer has been shown. */
  press(press: Press): Promise<void>
  /** A short notice over the conversation. */
  notify(type: 'info' | 'success' | 'error' | 'warning', content: string): void
}

/** One input of a form, as its submit button reads it. */
export type Field = {
  name: string
  required: boolean
  read(): Value
  reset(): void
  /** Marks or clears the red frame of a required field left empty. */
  complain(missing: boolean): void
  /** Brings the field before the reader's eyes and puts the cursor into it. */
  show(): void
}

/** The form that is being drawn, with the fields met so far. */
export type FormScope = { name: string; fields: Field[] }

/** Where in the card the drawing stands. */
export type Scope = {
  readonly context: CardContext
  readonly form: FormScope | undefined
  /** The text line drawn last: what a person reads as the name of the picker that follows. */
  readonly line: { text: string }
  draw(element: Json, scope: Scope): HTMLElement
}

/** Draws children one after another. */
export function drawAll(elements: readonly Json[], scope: Scope): HTMLElement[] {
  return elements.map((element) => scope.draw(element, scope))
}
