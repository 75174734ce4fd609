import { onDestroy } from 'svelte';
import type { LngLat } from '../../atlas/schema';
import type { Drawing } from '../../map/drawing';
import type { ShapeKind } from '../../view/measure';
import type { Explorer } from '../explorer.svelte';

/** What a tool is told of a drawing. */
interface Events {
	/** The corners so far, [lng, lat] in WGS-84, whenever there is another or one less. */
	corners: (corners: readonly LngLat[]) => void;
	/** Nothing more is drawn. */
	over?: () => void;
}

/** Drawing on the map by hand, for as long as the component that makes it is there. */
export class HandDrawing {
	readonly #explorer: Explorer;
	#current = $state.raw<Drawing | null>(null);
	/** Whether the last one could not start. */
	hasFailed = $state(false);
	#isGone = false;

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
		onDestroy(() => {
			this.#isGone = true;
			this.stop();
		});
	}

	/** Whether something is being drawn, which the map then shows by itself. */
	get isOn(): boolean {
		return this.#current !== null;
	}

	/** Whether there is a live map in sight to draw on. */
	get isPossible(): boolean {
		return this.#pen !== null;
	}

	get #pen() {
		return this.#explorer.view.map ? this.#explorer.pen : null;
	}

	async start(kind: ShapeKind, { corners, over }: Events): Promise<void> {
		this.hasFailed = false;
		try {
			const end = () => {
				this.#current = null;
				over?.();
			};
			this.#current = (await this.#pen?.draw(kind, { corners, over: end })) ?? null;
			// The code of the drawing came when the reader had left.
			if (this.#isGone) this.stop();
		} catch (error) {
			console.error(error);
			this.hasFailed = true;
		}
	}

	/** Takes the last corner away. */
	undo(): void {
		this.#current?.undo();
	}

	/** Leaves the corners as they were last told. */
	stop(): void {
		this.#current?.stop();
	}
}
