import type { Named } from './circle.ts'
import type { Person } from './directory.ts'
import type { FieldProblem } from './refusal.ts'

export type NamedRead =
  | { readonly ok: true; readonly named: readonly Named[] }
  | { readonly ok: false; readonly problem: FieldProblem }

/** People as a clerk types them, separated by 、 (commas, semicolons and blanks are taken too), out of those who may be named. */
export function readNamed(field: string, text: string, known: readonly Person[]): NamedRead {
  const named: Named[] = []
  for (const typed of text.split(/[、，,；;\s]+/).filter((part) => part !== '')) {
    const [person, ...others] = known.filter(({ name }) => name === typed)
    if (!person) {
      const names = known.slice(0, 5).map(({ name }) => name)
      return { ok: false, problem: { field, why: 'unknown_person', typed, known: names } }
    }
    if (others.length > 0) return { ok: false, problem: { field, why: 'same_name', typed } }
    const { openId, name } = person
    if (!named.some((one) => one.openId === openId)) named.push({ openId, name })
  }
  return { ok: true, named }
}
