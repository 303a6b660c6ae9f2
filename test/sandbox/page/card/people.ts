import { h } from '../dom.ts'
import { type Json, object, objects, text } from './json.ts'
import type { Scope } from './scope.ts'
import { icon } from './texts.ts'

const shades = ['#5b8def', '#3fb68b', '#e8a33d', '#8a6fdf', '#e0736b', '#3aa5b9', '#b46fb0', '#7d8fa6']

/** A round mark with the end of the name, in a shade that stays with the name. */
export function avatar(name: string, kind: 'person' | 'group' | 'bot' = 'person'): HTMLElement {
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)
  const mark = h('span', { class: `avatar avatar-${kind}`, 'aria-hidden': 'true' }, initials(name, kind))
  if (kind !== 'bot') mark.style.backgroundColor = shades[sum % shades.length] ?? '#5b8def'
  return mark
}

function initials(name: string, kind: 'person' | 'group' | 'bot'): string {
  const letters = [...name]
  if (kind === 'bot') return '交'
  if (kind === 'group')
    return letters
      .slice(letters[0] === '市' ? 1 : 0)
      .slice(0, 2)
      .join('')
  return letters.slice(-2).join('')
}

/** `person`: avatar and name of somebody, without notifying them. */
export function drawPerson(element: Json, scope: Scope): HTMLElement {
  const id = text(element, 'user_id') ?? ''
  return h('div', { class: 'el el-person' }, person(id, element, scope))
}

export function drawPersonList(element: Json, scope: Scope): HTMLElement {
  const people = objects(element, 'persons').map((one) => person(text(one, 'id') ?? '', element, scope))
  const mark = icon(object(element, 'icon'))
  return h('div', { class: 'el el-person-list' }, mark, ...people)
}

function person(id: string, element: Json, scope: Scope): HTMLElement {
  const name = scope.context.nameOf(id)
  const label = name ?? '未知用户'
  const shown = h('span', { class: name === undefined ? 'person unknown' : 'person', title: label })
  if (element.show_avatar !== false || element.show_name === false) shown.append(avatar(label))
  if (element.show_name !== false) shown.append(label)
  return shown
}
