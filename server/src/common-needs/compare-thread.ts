/** A thread that compares needs: a thousand of them take more than a second, for which nobody else waits. */
import { parentPort, workerData } from 'node:worker_threads';
import { asOne, suggest } from '@passerelle/shared/common-needs/index.ts';
import type { Comparison } from './compare-apart.ts';

const { needs, apart, together, isOne } = workerData as Comparison;
parentPort!.postMessage(isOne ? [asOne(needs)] : suggest(needs, { apart, together }));
