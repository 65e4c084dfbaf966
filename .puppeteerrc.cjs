// Puppeteer's own download of Chrome hangs or fails where its host is out of reach; `npm run deck` and `talkback setup` get a browser instead.
module.exports = { skipDownload: true };
