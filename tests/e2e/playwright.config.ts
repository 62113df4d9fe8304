import { defineConfig, devices } from '@playwright/test'

const launch = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

const phone = { ...devices['Pixel 7'], defaultBrowserType: 'chromium' as const }

export default defineConfig({
  testDir: 'specs',
  outputDir: 'target/results',
  fullyParallel: false,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['junit', { outputFile: 'target/playwright.xml' }]],
  use: {
    baseURL: process.env['CLEARPOST_URL'] ?? 'http://localhost:8080',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: launch,
  },
  projects: [
    { name: 'desktop 1280', use: { viewport: { width: 1280, height: 800 } }, testIgnore: /last\/.*/ },
    { name: 'phone 390', use: { ...phone, viewport: { width: 390, height: 844 } }, testMatch: /everywhere\/.*/ },
    { name: 'phone 320', use: { ...phone, viewport: { width: 320, height: 640 } }, testMatch: /everywhere\/.*/ },
    // What takes parts of the platform away runs when everything else has run.
    {
      name: 'parts taken away',
      use: { viewport: { width: 1280, height: 800 } },
      testMatch: /last\/.*/,
      dependencies: ['desktop 1280', 'phone 390', 'phone 320'],
    },
  ],
})
