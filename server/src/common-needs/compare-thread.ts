/** A thread that compares needs: a thousand of them take more than a second, for which nobody else waits. */
import { parentPort, workerData } from 'node:worker_threads';
import { suggest } from '@passerelle/shared/common-needs/index.ts';
import type { Comparison } from './compare-apart.ts';

const { needs, apart, together } = workerData as Comparison;
parentPort!.postMessage(suggest(needs, { apart, together }));
