import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What the pure rooms may not import: see "Where things live" in ARCHITECTURE.md. */
const framework = ['svelte', 'svelte/*', '$app/*', 'maplibre-gl', 'pmtiles', 'node:*'];

export default ts.config(
	{
		ignores: ['build/', '.svelte-kit/', '.atlas/', '.atlases/', 'static/data/', 'tests/fixtures/']
	},
	js.configs.recommended,
	...ts.configs.recommendedTypeChecked,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: true,
				extraFileExtensions: ['.svelte'],
				svelteConfig
			}
		},
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			// Links here are views of the same page: a query, not a route.
			'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } }
	},
	{ files: ['*.config.js', 'svelte.config.js'], ...ts.configs.disableTypeChecked },
	{
		files: [
			'src/lib/{atlas,text,propose,geo,style,view,shown,measure,search,near,export,files,offline,source,check,mend,draft,compile}/**'
		],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: [...framework, '**/pipeline/**'],
							message: 'This room is pure: data in, data out.'
						}
					]
				}
			],
			'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'location']
		}
	},
	{
		files: ['src/lib/explorer/**', 'src/lib/studio/**', 'src/routes/**', 'src/lib/embed/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: ['maplibre-gl', 'pmtiles'],
							message: 'Only src/lib/map speaks to the map engine.'
						},
						{ group: ['**/pipeline/**'], message: 'The app reads built data, never the pipeline.' }
					]
				}
			]
		}
	},
	{
		files: ['src/lib/pages/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: ['maplibre-gl', 'pmtiles', '**/map/**'],
							message: 'Only src/lib/map speaks to the map engine.'
						},
						{
							group: ['**/explorer.svelte'],
							message: 'These pages have no script and no state: take props.'
						},
						{ group: ['**/pipeline/**'], message: 'The app reads built data, never the pipeline.' }
					]
				}
			]
		}
	},
	{
		files: ['src/lib/**'],
		ignores: [
			'src/lib/{atlas,text,propose,geo,style,view,shown,measure,search,near,export,files,offline,source,check,mend,draft,compile,explorer,studio,pages,embed}/**'
		],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ group: ['**/pipeline/**'], message: 'The app reads built data, never the pipeline.' }
					]
				}
			]
		}
	}
);
