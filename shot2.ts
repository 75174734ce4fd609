import { chromium } from '@playwright/test';
import { folderTexts, openWork } from './tests/support/studio';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--use-angle=swiftshader','--enable-unsafe-swiftshader'] });
for (const [w,h,lang,dir,site] of [[1440,900,'en/','geodata','chongqing-east-station'],[390,844,'','tests/fixtures/second-atlas','houbao-station']] as const) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  page.on('console', (m) => (m.type() === 'error' || m.type()==='warning') && console.log('console', m.text()));
  page.on('pageerror', (e) => console.log('pageerror', e.message, e.stack?.slice(0,500)));
  await openWork(page, `http://localhost:4810/${lang}studio/`, folderTexts(dir));
  await page.locator('[data-part=places]').click();
  console.log(await page.locator('main button[data-site]').count());
  await page.locator(`main [data-site]`).nth(3).click();
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `/tmp/t-site-${w}.png` });
  console.log(await page.locator('[data-site-form]').count());
  await page.locator('main').evaluate((m) => m.scrollTo(0, 900));
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/t-site2-${w}.png` });
  await page.locator('main').evaluate((m) => m.scrollTo(0, 1700));
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/t-site3-${w}.png` });
  await page.locator('[data-part=text]').click(); await page.waitForTimeout(4000);
  await page.screenshot({ path: `/tmp/t-text-${w}.png` });
  await context.close();
}
await browser.close();
