/** Whether this tab may write a work, and what ends that. */
export interface WorkLock {
	release(): void;
}

/**
 * Claims a work for this tab, among all tabs of this browser.
 *
 * @param steal takes it from the tab that has it
 * @param lost is called when another tab has taken it over
 * @returns `null` if another tab has it
 */
export async function claimWork(
	id: string,
	{ steal = false, lost }: { steal?: boolean; lost: () => void }
): Promise<WorkLock | null> {
	// Only over http without encryption: there the store alone says who may write.
	if (!('locks' in navigator)) return { release() {} };
	return new Promise((claimed, fail) => {
		let isClaimed = false;
		const options: LockOptions = steal ? { steal } : { ifAvailable: true };
		navigator.locks
			.request(`atlas-work-${id}`, options, (lock) => {
				if (!lock) {
					claimed(null);
					return;
				}
				isClaimed = true;
				return new Promise<void>((release) => claimed({ release }));
			})
			.catch((error: unknown) => {
				if (isClaimed) lost();
				else fail(error instanceof Error ? error : new Error(String(error)));
			});
	});
}
