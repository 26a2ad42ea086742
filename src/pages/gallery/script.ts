import { variants } from '../../wire/index.ts';

/** Switches the colours of all slides and copies YAML; without it the page shows the light slides. */
export const galleryScript = `
const form = document.querySelector('.choices');
const show = () => {
  const variant = new FormData(form).get('variant');
  for (const slide of document.querySelectorAll('.deck > section')) {
    slide.classList.remove(...${JSON.stringify(variants)});
    slide.classList.add(variant);
  }
};
form.addEventListener('change', show);
form.addEventListener('submit', (event) => event.preventDefault());
show();
for (const button of document.querySelectorAll('.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = button.parentElement.querySelector('pre').textContent;
    try { await navigator.clipboard.writeText(text); }
    catch { getSelection().selectAllChildren(button.parentElement.querySelector('pre')); document.execCommand('copy'); }
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
}
`;
