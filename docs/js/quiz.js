/* Makes the quiz items of a page answerable. Each is complete without this, so what makes them so is loaded when the reader comes near them;
   the module of a type is loaded only where it is used. */
const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) start(target);
}, { rootMargin: "100% 0px" });

async function start(quiz) {
  near.unobserve(quiz);
  quiz.removeEventListener("focusin", reached);
  const roots = [...quiz.querySelectorAll(".an-q")];
  try {
    const [{ enliven }, { bar }] = await Promise.all([import("./quiz/item.js"), import("./quiz/bar.js")]);
    bar(quiz, (await Promise.all(roots.map((root) => enliven(root)))).filter(Boolean));
  } catch { /* not to be had: the items stay as they are without a script */ }
}

/* Some ways of reading move the focus and scroll nothing. */
const reached = ({ currentTarget }) => start(currentTarget);

for (const quiz of document.querySelectorAll(".an-quiz")) {
  near.observe(quiz);
  quiz.addEventListener("focusin", reached);
}
