import type { GiveTile } from '../style/given-tiles';
import { asFault, OutsideFault } from './fault';

/**
 * Tiles of a layer, and whether they come. It is told after each round, when all that were asked
 * for have been answered: `null` if one came, else why none did. That there is nothing where the
 * map looks is told only as long as nothing has come at all.
 */
export function watched(tile: GiveTile, onRound: (fault: OutsideFault | null) => void): GiveTile {
	let pending = 0;
	let hasAny = false;
	let round = new Round();
	return async (z, x, y, signal) => {
		pending++;
		try {
			const data = await tile(z, x, y, signal);
			if (data?.byteLength) hasAny = round.hasSome = true;
			else round.isEmpty = true;
			return data;
		} catch (error) {
			if (signal?.aborted) throw error;
			const fault = asFault(error);
			// A server without a tile here is as good as an archive without one.
			if (isMissing(fault)) round.isEmpty = true;
			else round.fault = fault;
			throw fault;
		} finally {
			pending--;
			if (pending === 0) {
				const { hasSome, fault, isEmpty } = round;
				round = new Round();
				if (hasSome) onRound(null);
				else if (fault) onRound(fault);
				else if (isEmpty && !hasAny) onRound(new OutsideFault('no-tiles', `${z}/${x}/${y}`));
			}
		}
	};
}

class Round {
	hasSome = false;
	isEmpty = false;
	fault: OutsideFault | null = null;
}

function isMissing({ kind, value }: OutsideFault): boolean {
	return kind === 'http' && (value === '404' || value === '410');
}
