import { explorerData } from './explorer-data.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => explorerData(params);
