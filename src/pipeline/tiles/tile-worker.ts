import { openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { cutJob, type CutSettings } from './cut-job';
import type { Job } from './plan';

/** One of several threads that cut tiles: gets a job, answers with its tiles, waits for the next. */
const settings = workerData as CutSettings;
const file = openSync(settings.input, 'r');
parentPort!.on('message', (job: Job) => parentPort!.postMessage(cutJob(job, settings, file)));
