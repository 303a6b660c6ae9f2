import { laterSlipFields, type Slip } from './slip.ts'

/** Parts that slips stored before them lack. */
type Later = 'accountabilities' | 'praises' | 'formerReceipts' | keyof typeof laterSlipFields

/** A slip as it was stored, read as one of today: what it could not have yet, it has none of. */
export function slipAsStored(stored: Omit<Slip, Later> & Partial<Pick<Slip, Later>>): Slip {
  const { receipt, supervisions } = stored
  return {
    accountabilities: [],
    praises: [],
    formerReceipts: [],
    ...laterSlipFields,
    ...stored,
    receipt: receipt && { ...unknownReceipt, ...receipt },
    supervisions: supervisions.map(({ proposed, ...one }) => ({
      ...one,
      proposed: { ...proposed, cause: proposed.cause ?? 'unsolved' },
    })),
  }
}

const unknownReceipt = { n: 1, post: [], phone: null, hash: null }
