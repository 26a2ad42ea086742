export { fitImage } from './fit.ts';
export { inspectImage } from './inspect.ts';
export { typeOfName } from './type.ts';
