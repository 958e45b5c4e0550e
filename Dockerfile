# Factbook in a small image, for any machine with a container engine:
#   docker build -t factbook .
#   docker run --rm -v "$PWD:/site" -u "$(id -u):$(id -g)" factbook build
# The folder of a site is mounted at /site. Any user may run it, a numeric one without a name too.
FROM python:3.13-slim-bookworm@sha256:01f42367a0a94ad4bc17111776fd66e3500c1d87c15bbd6055b7371d39c124fb AS build
WORKDIR /src
COPY .ci/install .ci/
COPY requirements/site.txt requirements/test.txt requirements/
RUN python -m venv --without-pip /opt/factbook \
    && .ci/install /opt/factbook --require-hashes -r requirements/site.txt
COPY pyproject.toml README.md LICENSE hatch_build.py ./
COPY generator/ generator/
RUN .ci/install /opt/factbook --no-deps --no-build-isolation . \
    && find /opt/factbook -name __pycache__ -prune -exec rm -rf {} +

FROM python:3.13-slim-bookworm@sha256:01f42367a0a94ad4bc17111776fd66e3500c1d87c15bbd6055b7371d39c124fb
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends git && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/factbook /opt/factbook
ENV PATH=/opt/factbook/bin:$PATH PYTHONDONTWRITEBYTECODE=1
WORKDIR /site
USER 65532:65532
ENTRYPOINT ["factbook"]
CMD ["--help"]
