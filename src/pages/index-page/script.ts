/**
 * The search field: shows the lessons whose title, authors or files hold every word typed. Without script the field is
 * not shown and every lesson is. Written for any browser of the last years; it touches nothing but `hidden` and one text.
 */
export const searchScript = `(() => {
  const form = document.querySelector('.search');
  if (!form) return;
  const input = form.querySelector('input');
  const status = form.querySelector('output');
  const fold = (text) => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase();
  const cards = Array.from(document.querySelectorAll('.lesson'), (card) => ({ card, text: fold(card.textContent || '') }));
  const say = JSON.parse(form.dataset.words || '[]');
  const apply = () => {
    const words = fold(input.value).split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const { card, text } of cards) {
      card.hidden = !words.every((word) => text.includes(word));
      if (!card.hidden) shown += 1;
    }
    status.textContent = words.length === 0 ? '' : (shown === 1 ? say[0] : say[1].replace('0', String(shown)));
  };
  form.hidden = false;
  input.addEventListener('input', apply);
  apply();
})();`;
