import type { Json } from '../api.ts'

export type { Json }

/** Reads Card JSON without believing it: a missing or wrong-typed property is simply absent. */
export function text(node: Json | undefined, key: string): string | undefined {
  const value = node?.[key]
  return typeof value === 'string' ? value : undefined
}

export function number(node: Json | undefined, key: string): number | undefined {
  const value = node?.[key]
  return typeof value === 'number' ? value : undefined
}

export function flag(node: Json | undefined, key: string): boolean {
  return node?.[key] === true
}

export function object(node: Json | undefined, key: string): Json | undefined {
  const value = node?.[key]
  return isObject(value) ? value : undefined
}

export function objects(node: Json | undefined, key: string): Json[] {
  const value = node?.[key]
  return Array.isArray(value) ? value.filter(isObject) : []
}

export function strings(node: Json | undefined, key: string): string[] {
  const value = node?.[key]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The words of a text node such as a button's `text` or a `placeholder`; empty when there is none. */
export function words(node: Json | undefined, key: string): string {
  return text(object(node, key), 'content') ?? ''
}
