import type { Component } from 'svelte';
import type { MeasureName } from '../../../view/measure';
import { partOf } from '../../part-of';

/** The measuring tools; each comes when it is opened. */
export const loadMeasure: Record<MeasureName, () => Promise<Component>> = {
	shape: async () => partOf(await import('./ShapeMeasure.svelte')),
	catchment: async () => partOf(await import('./CatchmentMeasure.svelte')),
	nearest: async () => partOf(await import('./NearestMeasure.svelte')),
	line: async () => partOf(await import('./LineMeasure.svelte'))
};
