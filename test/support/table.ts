/** A cell of a written table: what stands where a row and a column cross. */
export interface Cell {
  readonly row: string
  readonly column: string
  readonly text: string
}

/** The cells of a table written in Markdown, its first line the columns, its first column the rows. */
export function readTable(markdown: string): readonly Cell[] {
  const [head, ...body] = markdown
    .trim()
    .split('\n')
    .filter((line) => !/^\s*\|[\s|:-]+\|\s*$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((text) => text.trim()),
    )
  const columns = head?.slice(1) ?? []
  return body.flatMap(([row = '', ...texts]) => {
    if (texts.length !== columns.length) throw new Error(`the row of ${row} has ${texts.length} cells`)
    return columns.map((column, i) => ({ row, column, text: texts[i] ?? '' }))
  })
}

export function rowsOf(cells: readonly Cell[]): readonly string[] {
  return [...new Set(cells.map(({ row }) => row))]
}

export function columnsOf(cells: readonly Cell[]): readonly string[] {
  return [...new Set(cells.map(({ column }) => column))]
}

/** A table as Markdown writes it. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
