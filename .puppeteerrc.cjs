// The browser comes from @sparticuz/chromium (inside the npm package) or from the system: never from a download.
module.exports = { skipDownload: true };
