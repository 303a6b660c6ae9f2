import { drawCard } from '../../cards/draw.ts'
import type { FormValues } from '../../cards/forms.ts'
import type { Card, Drawing, Face, FormFace, Scene } from '../../cards/scene.ts'
import type { CardRef } from '../../src/domain/card-ref.ts'
import { MINUTE } from '../../src/domain/time.ts'
import type { Story } from '../support/builders.ts'
import { calendar, directory } from '../support/people.ts'

/** A card to draw: what the office calls it, what it is about and how the matter stands. */
export interface Sample {
  readonly name: string
  readonly ref: CardRef
  readonly scene: Scene
  readonly face: Face
}

export const plain: Face = { kind: 'plain' }

/** What a card may show a minute after the story's last step. */
export function sceneOf(story: Story, change: Partial<Scene> = {}): Scene {
  return {
    now: story.now + MINUTE,
    directory,
    calendar,
    policy: story.policy,
    redacted: false,
    dossier: story.dossier,
    list: null,
    ...change,
  }
}

export function sample(
  name: string,
  story: Story,
  ref: CardRef,
  face: Face = plain,
  change: Partial<Scene> = {},
): Sample {
  return { name, ref, scene: sceneOf(story, change), face }
}

export function formFace(
  act: FormFace['act'],
  on: FormFace['on'],
  values: FormValues = {},
  trouble: FormFace['trouble'] = null,
): FormFace {
  return { kind: 'form', act, on, nonce: 'n0nce', values, trouble }
}

export function draw({ ref, scene, face }: Sample): Drawing {
  return drawCard(ref, scene, face)
}

/** The card that stands in the chat: of a message that became pointless, what it turned into. */
export function standing(one: Sample): Card {
  const drawing = draw(one)
  const card = drawing.kind === 'card' ? drawing.card : drawing.settled
  if (!card) throw new Error(`nothing stands for ${one.name}`)
  return card
}

interface Node {
  readonly [key: string]: unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Every object of the card, from the top down. */
export function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : []
}

export function tagged(card: Card, tag: string): readonly Node[] {
  return nodesOf(card).filter((node) => node.tag === tag)
}

export function contentOf(value: unknown): string {
  return isNode(value) && typeof value.content === 'string' ? value.content : ''
}

/** The words on the buttons, in the order they stand. */
export function buttonsOf(card: Card): readonly string[] {
  return tagged(card, 'button').map(({ text }) => contentOf(text))
}

/** Everything a person can read on the card, and what stands behind its links. */
export function wordsOf(card: Card): string {
  return nodesOf(card)
    .flatMap((node) => [node.content, node.default_value, node.default_url])
    .filter((word) => typeof word === 'string')
    .join('\n')
}

/** The card as plain text, line by line, for people who review a change of words. */
export function asText(card: Card): string {
  const header = isNode(card.header) ? card.header : {}
  const tags = Array.isArray(header.text_tag_list) ? header.text_tag_list : []
  const body = isNode(card.body) ? card.body : {}
  return [
    `# ${contentOf(header.title)} 〈${String(header.template)}〉`,
    ...(header.subtitle ? [`## ${contentOf(header.subtitle)}`] : []),
    ...(tags.length > 0
      ? [tags.map((tag) => `[${contentOf(isNode(tag) ? tag.text : null)}]`).join(' ')]
      : []),
    '',
    ...linesOf(body.elements, ''),
    '',
  ].join('\n')
}

function linesOf(elements: unknown, indent: string): readonly string[] {
  const list = Array.isArray(elements) ? elements.filter(isNode) : []
  return list.flatMap((node) => lineOf(node).flatMap((line) => line.split('\n').map((one) => indent + one)))
}

function lineOf(node: Node): readonly string[] {
  switch (node.tag) {
    case 'div':
      return [contentOf(node.text)]
    case 'markdown':
      return [String(node.content)]
    case 'hr':
      return ['----']
    case 'column_set':
      return Array.isArray(node.columns)
        ? [node.columns.flatMap((column) => linesOf(isNode(column) ? column.elements : [], '')).join('  ')]
        : []
    case 'collapsible_panel': {
      const header = isNode(node.header) ? node.header : {}
      return [`▸ ${contentOf(header.title)}`, ...linesOf(node.elements, '    ')]
    }
    case 'form':
      return ['┌ form', ...linesOf(node.elements, '│ '), '└']
    case 'input':
      return [
        `${contentOf(node.label)}${node.required ? '*' : ''}: ⟦${String(node.default_value ?? '')}⟧ (${contentOf(node.placeholder)})`,
      ]
    case 'select_static':
      return [
        `${node.required ? '*' : ''}▾ ${String(node.initial_option ?? '')} (${contentOf(node.placeholder)}) ${(Array.isArray(node.options) ? node.options : []).map((option) => (isNode(option) ? contentOf(option.text) : '')).join('|')}`,
      ]
    case 'picker_datetime':
      return [`▾ ${String(node.initial_datetime ?? '')} (${contentOf(node.placeholder)})`]
    case 'button':
      return [`(${contentOf(node.text)} ${buttonMeaning(node)})`]
    default:
      return [`unknown ${String(node.tag)}`]
  }
}

function buttonMeaning(node: Node): string {
  if (typeof node.name === 'string') return `⇒ ${node.name}`
  const behaviour = Array.isArray(node.behaviors) ? node.behaviors[0] : null
  if (!isNode(behaviour)) return ''
  return isNode(behaviour.value)
    ? `→ ${String(behaviour.value.do)}${node.type === 'primary_filled' ? ' ★' : ''}`
    : `→ ${String(behaviour.default_url)}`
}
