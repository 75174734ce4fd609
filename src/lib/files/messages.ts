import type { Bounds } from '../atlas/schema';
import type { CoordinateColumns } from './csv-columns';
import type { Fault } from './fault';
import type { OwnContent, OwnDatum, Placed } from './own-file';
import type { AskColumns } from './read-table';
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
	| { kind: 'place'; datum: OwnDatum }
	/** A tile of what was placed last. */
	| { kind: 'tile'; z: number; x: number; y: number };

/** What the worker answers. */
export type Answer =
	| { kind: 'read'; content: OwnContent; suspicion: Suspicion; placed: Placed }
	| { kind: 'columns'; ask: AskColumns }
	| { kind: 'placed'; placed: Placed }
	/** `null`: nothing is there. */
	| { kind: 'tile'; data: ArrayBuffer | null }
	| { kind: 'fault'; fault: Fault };

/** A request or an answer with the number that ties them. */
export type Numbered<T> = { number: number; content: T };
