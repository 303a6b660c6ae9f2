import { benchIdleTick } from './idle-tick.ts'
import { benchPress } from './press.ts'

await benchIdleTick()
await benchPress()
