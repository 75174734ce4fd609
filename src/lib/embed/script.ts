import { embed, type Embed } from './host';

/** What the script for publishers' pages, `embed.js`, offers as `DistrictAtlas`. */
export interface Api {
	/** Embeds by their elements. */
	embeds: Map<HTMLElement, Embed>;
	/** Makes an embed of an element, or gives the one that it is. Throws as `embed` of host.ts. */
	embed: (element: HTMLElement) => Embed;
	/** Makes embeds of all `[data-atlas-embed]` that are none yet. */
	scan: () => void;
}

const { currentScript } = document;
if (!window.DistrictAtlas?.embeds && currentScript instanceof HTMLScriptElement)
	start(new URL('.', currentScript.src).href);

function start(base: string): void {
	const embeds: Api['embeds'] = new Map();
	const api: Api = {
		embeds,
		embed(element) {
			const known = embeds.get(element);
			if (known) return known;
			const made = embed(element, base);
			const { destroy } = made;
			made.destroy = () => {
				embeds.delete(element);
				destroy();
			};
			embeds.set(element, made);
			return made;
		},
		scan() {
			for (const element of document.querySelectorAll<HTMLElement>('[data-atlas-embed]'))
				attempt(element);
		}
	};
	window.DistrictAtlas = Object.assign(window.DistrictAtlas ?? {}, api);

	customElements.define(
		'district-atlas',
		class extends HTMLElement {
			connectedCallback() {
				this.style.display = 'block';
				attempt(this);
			}
			disconnectedCallback() {
				embeds.get(this)?.destroy();
			}
		}
	);
	if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', api.scan);
	else api.scan();

	/** Never throws into the publisher's page. */
	function attempt(element: HTMLElement): void {
		try {
			api.embed(element);
		} catch (error) {
			console.warn(error);
		}
	}
}
