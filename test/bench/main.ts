import { benchPress } from './press.ts'
import { benchTick } from './tick.ts'

await benchTick()
await benchPress()
