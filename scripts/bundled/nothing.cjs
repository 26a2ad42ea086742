// Takes the place of packages for source maps, which postcss and handlebars do without where they are missing.
module.exports = {};
