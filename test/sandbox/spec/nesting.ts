/** Which tags may not stand inside which container. Everything else may. */
export const forbiddenInside: Readonly<Record<string, readonly string[]>> = {
  // A chart in a form is contested between two official pages; the strict reading holds here.
  form: ['form', 'table', 'chart'],
  column: ['form', 'table'],
  interactive_container: ['form', 'table', 'chart'],
  collapsible_panel: ['form', 'table'],
}

/** Tags that work only inside a form. */
export const onlyInForm: ReadonlySet<string> = new Set(['multi_select_static', 'multi_select_person'])

/** Containers that count for the nesting depth; a column set and its columns are one level. */
export const levelTags: ReadonlySet<string> = new Set([
  'form',
  'column_set',
  'interactive_container',
  'collapsible_panel',
])

export const maxDepth = 5
