// The regression (COURSE A7) as a plain C++ program over libtorch: what the C# training loop is timed against.
// usage: regression [seed [epochs]]    prints the first and the last loss, and the microseconds of a step
#include <torch/torch.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
    const auto seed = argc > 1 ? std::atoll(argv[1]) : 0;
    const auto epochs = argc > 2 ? std::atoi(argv[2]) : 5000;
    torch::manual_seed(seed);
    auto x = torch::empty({1000, 1}).uniform_(-15, 15);
    auto y = 8 * x.pow(2) + 7 * x + 3;
    auto noise = torch::empty({1000, 1}).normal_(0, 1);
    auto y_noise = y + noise;

    // Each layer in a statement of its own: the order in which a call's arguments are evaluated is the compiler's, and
    // the layers draw their first weights from one generator.
    torch::nn::Linear first(1, 10);
    torch::nn::Linear second(10, 6);
    torch::nn::Linear third(6, 1);
    torch::nn::Sequential model(first, torch::nn::ReLU(), second, torch::nn::ReLU(), third);
    torch::nn::L1Loss loss_func;
    torch::optim::SGD optimizer(model->parameters(), torch::optim::SGDOptions(0.001));

    float first_loss = 0, last_loss = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int epoch = 0; epoch < epochs; epoch++) {
        auto output = model->forward(x);
        optimizer.zero_grad();
        auto loss = loss_func(output, y_noise);
        loss.backward();
        optimizer.step();
        last_loss = loss.item<float>();
        if (epoch == 0) first_loss = last_loss;
    }
    const std::chrono::duration<double, std::micro> elapsed = std::chrono::steady_clock::now() - start;
    std::printf("first loss %.9g, last loss %.9g, %.2f microseconds a step\n", first_loss, last_loss, elapsed.count() / epochs);
}
