export { loadCatalogue, ownTemplates, type Catalogue } from './catalogue.ts';
export { type LayoutData, type LayoutDefinition, type TextFile } from './definition.ts';
export { layoutsNamed, layoutsNear } from './names.ts';
export { isCommon } from './common.ts';
