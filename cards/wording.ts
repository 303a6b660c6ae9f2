/** Every sentence a person reads stands in the wording files; this is the one place the other folders take them from. */
export * from './wording-answers.ts'
export * from './wording-dictionary.ts'
export * from './wording-done.ts'
export * from './wording-fields.ts'
export * from './wording-holidays.ts'
export * from './wording-refusals.ts'
export * from './wording-sentences.ts'
export * from './wording-times.ts'
