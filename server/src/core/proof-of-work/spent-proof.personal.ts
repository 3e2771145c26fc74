/** Used proofs: numbers drawn by chance, beside nothing that would say whose they were. */
import { noPersons } from '../personal/index.ts';
import { SpentProof } from './spent-proof.entity.ts';

noPersons('TECHNICAL', [SpentProof]);
