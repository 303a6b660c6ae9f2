import { readFileSync, writeFileSync } from 'node:fs'

const place = (path: string) => new URL(`../../${path}`, import.meta.url)

/** The page as it stands in the repository; UPDATE_DOCS=1 writes it anew first. */
export function keptPage(path: string, made: string): string {
  if (process.env.UPDATE_DOCS !== undefined) writeFileSync(place(path), made)
  return readFileSync(place(path), 'utf8')
}
