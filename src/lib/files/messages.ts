import type { Bounds } from '../atlas/schema';
import type { CoordinateColumns } from './csv-columns';
import type { Fault } from './fault';
import type { OwnDatum, Placed, ReadFile } from './own-file';
import type { AskColumns } from './read-csv';
import type { KnownPlace, Suspicion } from './suspect-datum';

/** What the page asks of the worker that reads a file. */
export type Request =
	| {
			kind: 'read';
			file: File;
			columns?: CoordinateColumns | undefined;
			known: readonly KnownPlace[];
			/** Bounds of the map. */
			extent: Bounds;
	  }
	/** Places what was read anew. */
	| { kind: 'place'; datum: OwnDatum };

/** What the worker answers: one answer to each request, in their order. */
export type Answer =
	| { kind: 'read'; read: ReadFile; suspicion: Suspicion; placed: Placed }
	| { kind: 'columns'; ask: AskColumns }
	| { kind: 'placed'; placed: Placed }
	| { kind: 'fault'; fault: Fault };
