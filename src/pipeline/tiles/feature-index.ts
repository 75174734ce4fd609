import type { Bounds } from '../../lib/atlas/schema';

/** What is known of a feature without its geometry. */
export interface IndexedFeature {
	/** Left, top, right, bottom in the Mercator square. */
	box: Bounds;
	/** Its text in the file, in bytes. */
	offset: number;
	length: number;
	/** Its place in the file, from 1. */
	place: number;
	isPoint: boolean;
	/** The larger, the more important; −Infinity if nothing says. */
	rank: number;
}

/** Many features in few bytes, 57 each: where they lie in the file and on the map. */
export class FeatureIndex {
	size = 0;
	boxes = new Float64Array(4 * 1024);
	offsets = new Float64Array(1024);
	lengths = new Uint32Array(1024);
	places = new Uint32Array(1024);
	isPoint = new Uint8Array(1024);
	ranks = new Float64Array(1024);

	add({ box, offset, length, place, isPoint, rank }: IndexedFeature): void {
		const at = this.size++;
		if (at === this.offsets.length) this.#grow();
		this.boxes.set(box, 4 * at);
		this.offsets[at] = offset;
		this.lengths[at] = length;
		this.places[at] = place;
		this.isPoint[at] = Number(isPoint);
		this.ranks[at] = rank;
	}

	#grow(): void {
		const { boxes, offsets, lengths, places, isPoint, ranks } = this;
		this.boxes = new Float64Array(2 * boxes.length);
		this.boxes.set(boxes);
		this.offsets = new Float64Array(2 * offsets.length);
		this.offsets.set(offsets);
		this.lengths = new Uint32Array(2 * lengths.length);
		this.lengths.set(lengths);
		this.places = new Uint32Array(2 * places.length);
		this.places.set(places);
		this.isPoint = new Uint8Array(2 * isPoint.length);
		this.isPoint.set(isPoint);
		this.ranks = new Float64Array(2 * ranks.length);
		this.ranks.set(ranks);
	}
}
