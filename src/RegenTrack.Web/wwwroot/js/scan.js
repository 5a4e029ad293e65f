// A wedge scanner types fast and ends with Enter. When no field has the focus, its burst still reaches the scan field.
const field = document.querySelector("[data-scan] .rt-scan");
let burst = "";
let last = 0;

document.addEventListener("keydown", (event) => {
  if (!field || event.target.matches("input, textarea, select, button, a") || event.ctrlKey || event.altKey || event.metaKey) return;
  const now = event.timeStamp;
  if (now - last > 80) burst = "";
  last = now;
  if (event.key === "Enter" && burst.length >= 13) {
    event.preventDefault();
    field.value = burst;
    field.form.requestSubmit();
  } else if (event.key.length === 1) {
    burst += event.key;
  }
});
