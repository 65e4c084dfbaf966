/** A finished deck → how long the page takes to fit its slides, in its own words. */
import puppeteer from 'puppeteer'

/**
 * @param {string} browser path
 * @param {readonly string[]} flags
 * @param {string} address of the deck, laid out for print
 * @param {number} runs
 * @returns {Promise<{ slides: number, milliseconds: number[] }>} slides made, and a time for each run
 */
export async function fitTimes(browser, flags, address, runs) {
  const chrome = await puppeteer.launch({ executablePath: browser, args: [...flags], headless: 'shell' })
  try {
    const milliseconds = []
    let slides = 0
    for (let run = 0; run < runs; run++) {
      const page = await chrome.newPage()
      await page.goto(address)
      await page.waitForSelector('html[data-talkback]')
      const report = await page.evaluate('window.talkback.report')
      milliseconds.push(report.took)
      slides = report.slides.length
      await page.close()
    }
    return { slides, milliseconds }
  } finally {
    await chrome.close()
  }
}
