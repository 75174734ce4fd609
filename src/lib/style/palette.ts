import type { Status } from '../atlas/schema';

/** Every colour of the map; the page's own colours stand in app.css under the same names. */
export interface Palette {
	name: 'light' | 'dark';
	paper: string;
	/** Behind labels and marks, so that they read on any ground. */
	halo: string;
	ink: string;
	quietInk: string;
	/** The one accent: what is chosen. */
	accent: string;
	water: string;
	waterLine: string;
	waterInk: string;
	green: string;
	greenInk: string;
	motorway: string;
	road: string;
	roadCasing: string;
	railway: string;
	station: string;
	/** A reader's own file, and the same as the file has it. */
	own: string;
	ownAsRead: string;
	status: Record<Status, string>;
}

export const LIGHT: Palette = {
	name: 'light',
	paper: '#f6f2e8',
	halo: '#fbf9f3',
	ink: '#26221d',
	quietInk: '#6b645a',
	accent: '#c4351d',
	water: '#cbdce2',
	waterLine: '#a9c3cd',
	waterInk: '#4d7382',
	green: '#dde5cd',
	greenInk: '#5d7148',
	motorway: '#e5cda4',
	road: '#ffffff',
	roadCasing: '#d9d0bf',
	railway: '#8a8378',
	station: '#ffffff',
	own: '#a01a7d',
	ownAsRead: '#00707a',
	status: {
		open: '#1b7a50',
		'under-construction': '#a95c00',
		planned: '#2b65a6',
		existing: '#3f3a34',
		unknown: '#6f6880'
	}
};

export const DARK: Palette = {
	name: 'dark',
	paper: '#1d1f21',
	halo: '#16181a',
	ink: '#ece6da',
	quietInk: '#a69f93',
	accent: '#ff7a5c',
	water: '#22343e',
	waterLine: '#35505d',
	waterInk: '#8fb4c4',
	green: '#262f26',
	greenInk: '#94ac85',
	motorway: '#5a4d38',
	road: '#3b3d3f',
	roadCasing: '#121314',
	railway: '#8d877d',
	station: '#16181a',
	own: '#f58fd8',
	ownAsRead: '#52c7cf',
	status: {
		open: '#5cc294',
		'under-construction': '#e9a13f',
		planned: '#7eb0ea',
		existing: '#d6cfc2',
		unknown: '#b3aac6'
	}
};

export const PALETTES = { light: LIGHT, dark: DARK } as const;
