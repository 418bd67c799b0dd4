export { answersNear, type FiledState, type Filing, fileDossier } from './testing/file-dossier.ts'
export { fillDraftByMandate } from './testing/fill-draft-by-mandate.ts'
export { placeProposal } from './testing/place-proposal.ts'
export { type SmallWorld, smallWorld } from './testing/small-world.ts'
