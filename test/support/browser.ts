import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'

/** A browser to drive: named by CHROMIUM_PATH, or where Linux distributions put it. */
export const browserPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
)

/** What the name of a skipped test says about it; empty when there is a browser. */
export const whyNoBrowser =
  browserPath === undefined ? ' (no Chromium found; set CHROMIUM_PATH to run this)' : ''

// Long for a machine that runs other tests at the same time; a walk in peace waits for nothing longer than a second.
const ON_TIME = 30_000

/** One screen before which people take turns, each in their own seat. Everything is done by click and key. */
export interface Screen {
  readonly page: Page
  /** Where the pictures are. */
  readonly folder: string
  /** What the page itself complained of; empty when all is well. */
  readonly complaints: readonly string[]
  /** Takes a person's seat and opens one of their conversations by its name. */
  sit(name: string, chat: string): Promise<void>
  /** Types a line into the open conversation and sends it. */
  say(text: string): Promise<void>
  /** The newest message of the open conversation whose words contain these. */
  message(words: string): Locator
  /** Presses the button with exactly this word on the newest message that has it. */
  press(button: string, on?: string): Promise<void>
  /** Types or chooses in the fields of the form that is open, by their words. */
  fill(values: Readonly<Record<string, string>>): Promise<void>
  /** Waits for the short notice at the top. */
  notice(words: string): Promise<void>
  /** Presses one of the clock's buttons, and waits until the city has got there. */
  wind(button: string, until: string): Promise<void>
  /** A picture of what the person sees now. */
  picture(name: string): Promise<void>
  /** A picture of one card alone, whole, at double scale, into this file. */
  portrait(card: Locator, file: string): Promise<void>
  close(): Promise<void>
}

export async function openScreen(url: string): Promise<Screen> {
  const browser: Browser = await chromium.launch({
    executablePath: browserPath ?? '',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.setDefaultTimeout(ON_TIME)
  const folder = await mkdtemp(join(tmpdir(), 'jiaobantong-walk-'))
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('net::ERR_')) complaints.push(line.text())
  })
  await page.goto(url)
  await page.locator('.seat').first().waitFor()
  let taken = 0

  const message = (words: string) => page.locator('.message').filter({ hasText: words }).last()

  return {
    page,
    folder,
    complaints,
    message,
    sit: async (name, chat) => {
      await page.locator('.seat').filter({ hasText: name }).first().click()
      await page.locator('.pane-seat b').getByText(name, { exact: true }).waitFor()
      await page
        .locator('.chat')
        .filter({ has: page.getByText(chat, { exact: true }) })
        .click()
      await page.locator('.pane-title strong').filter({ hasText: chat }).waitFor()
    },
    say: async (text) => {
      await page.getByTestId('composer').fill(text)
      await page.getByTestId('send').click()
    },
    press: async (button, on) => {
      const place = on === undefined ? page.locator('.message') : message(on)
      await place.getByRole('button', { name: button, exact: true }).last().click()
    },
    fill: async (values) => {
      const form = page.locator('form.el-form').last()
      for (const [label, value] of Object.entries(values)) {
        const field = form.getByLabel(label, { exact: true })
        const kind = await field.evaluate((box) => box.tagName)
        if (kind === 'SELECT') await field.selectOption({ label: value })
        else await field.fill(value)
      }
    },
    notice: (words) => page.getByTestId('toast').filter({ hasText: words }).last().waitFor(),
    wind: async (button, until) => {
      await page.getByRole('button', { name: button, exact: true }).click()
      await page
        .getByTestId('toast')
        .filter({ hasText: `时钟已拨到 ${until}` })
        .last()
        .waitFor()
    },
    picture: async (name) => {
      taken += 1
      await page.screenshot({ path: join(folder, `${String(taken).padStart(2, '0')}-${name}.png`) })
    },
    portrait: async (card, file) => {
      const twice = await browser.newPage({ viewport: { width: 1280, height: 1600 }, deviceScaleFactor: 2 })
      await twice.goto(page.url())
      const id = await card.getAttribute('data-message')
      const drawn = twice.locator(`[data-message="${id}"] .card`)
      await drawn.waitFor()
      await drawn.screenshot({ path: file })
      await twice.close()
    },
    close: () => browser.close(),
  }
}
