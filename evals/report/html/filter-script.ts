/** The page's one script: narrows the list of samples to the words typed. Without it the whole list is there. */
export const FILTER_SCRIPT = `(() => {
  const bar = document.getElementById("filter");
  const box = document.getElementById("find");
  if (!bar || !box) return;
  const samples = [...document.querySelectorAll(".sample")];
  const texts = samples.map((sample) => sample.querySelector("summary").textContent.toLowerCase());
  const show = () => {
    const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    samples.forEach((sample, index) => {
      const isShown = words.every((word) => texts[index].includes(word));
      sample.hidden = !isShown;
      if (isShown) count += 1;
    });
    document.getElementById("found").textContent = count + " of " + samples.length + " shown";
  };
  bar.hidden = false;
  box.addEventListener("input", show);
  show();
})();`;
