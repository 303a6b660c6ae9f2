import { createHash } from 'node:crypto'
import type { Subject } from '../../cards/action.ts'
import type { Command } from '../../src/domain/command.ts'
import { type Dossier, slipIn } from '../../src/domain/dossier.ts'
import { receiptText } from '../../src/domain/receipt.ts'

/** 确认签收, with the fingerprint of what is signed for. */
export function signReceipt(on: Subject, dossier: Dossier | null): Command | null {
  if (!('slip' in on)) return null
  const slip = dossier ? slipIn(dossier, on.slip) : undefined
  const hash = slip ? createHash('sha256').update(receiptText(slip)).digest('hex') : ''
  return { type: 'sign_receipt', slipId: on.slip, seenRev: on.rev, hash }
}
