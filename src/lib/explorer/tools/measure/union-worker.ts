import type { Position } from 'geojson';
import { areaOf, unionOf } from '../../../measure/union';
import type { Union } from './ask-for-union';

addEventListener('message', ({ data }: MessageEvent<Position[][]>) => {
	const geometry = unionOf(data);
	const answer: Union = { geometry, area: areaOf(geometry) };
	postMessage(answer);
});
